package app.waterline.model;

/** Which peak the vendor quotes, and so which one FLOPS per dollar counts. */
public record QuotedPeak(Precision precision, Sparsity sparsity) {}
