package app.waterline.engine;

import app.waterline.model.Evidence;
import app.waterline.model.Unit;
import org.jspecify.annotations.Nullable;

/**
 * One input of a formula.
 *
 * @param name what it is called in the formula
 * @param value in {@code unit}
 * @param unit what it is counted in
 * @param evidence where an entered figure comes from; null for a setting, a constant or a step
 * @param step how it was computed itself; null for an input
 */
public record Term(
    String name,
    double value,
    Unit unit,
    @Nullable Evidence evidence,
    @Nullable Explained step) {}
