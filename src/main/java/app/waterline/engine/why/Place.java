package app.waterline.engine.why;

import app.waterline.engine.Metric;

/**
 * A cell of a claim.
 *
 * @param row what the table calls the platform; for the comparison, both with "against" between them
 * @param metric its column
 * @param text as printed
 */
public record Place(String row, Metric metric, String text) {}
