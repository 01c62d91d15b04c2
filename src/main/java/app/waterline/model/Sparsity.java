package app.waterline.model;

/** Whether a peak counts every multiplication, or also those that structured sparsity skips. */
public enum Sparsity {
  DENSE,
  SPARSE
}
