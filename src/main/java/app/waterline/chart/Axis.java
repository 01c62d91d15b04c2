package app.waterline.chart;

import app.waterline.model.Unit;

/**
 * One axis.
 *
 * @param name what it measures, for example {@code cost per million tokens}
 * @param unit what its values are counted in; it stands once, at the axis
 * @param scale how values become lengths
 */
public record Axis(String name, Unit unit, Scale scale) {}
