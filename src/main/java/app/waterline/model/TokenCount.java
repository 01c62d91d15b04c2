package app.waterline.model;

/** Which tokens a headline figure counts. */
public enum TokenCount {
  TOTAL,
  OUTPUT,
  INPUT
}
