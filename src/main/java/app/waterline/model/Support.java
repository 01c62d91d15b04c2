package app.waterline.model;

/** The answer to a question about a platform. */
public enum Support {
  YES,
  PARTLY,
  NO,
  UNKNOWN
}
