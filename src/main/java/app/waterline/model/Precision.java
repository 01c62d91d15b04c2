package app.waterline.model;

/** The number format that a peak is quoted for or that a run computed in. */
public enum Precision {
  BF16,
  FP8,
  FP6,
  FP4,
  INT8,
  INT4
}
