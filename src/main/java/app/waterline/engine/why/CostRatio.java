package app.waterline.engine.why;

/**
 * The cost of one platform divided by that of another, in the same draw.
 *
 * @param first is divided
 * @param second divides it; where it is free there is no ratio
 */
record CostRatio(CostFunction first, CostFunction second) implements CostFunction {
  @Override
  public double at(double[] values) {
    double divisor = second.at(values);
    return divisor > 0 ? first.at(values) / divisor : Double.NaN;
  }

  @Override
  public CostFunction copy() {
    return new CostRatio(first.copy(), second.copy());
  }
}
