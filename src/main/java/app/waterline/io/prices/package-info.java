/**
 * Readers for prices: GPU-hours in our own CSV form, in the form of rental observations and in
 * SkyPilot's, and tokens in LiteLLM's. May use the model, {@code io} and its CSV and JSON libraries;
 * no toolkit, no clock. A row that can't be used is named with its line, field and remedy; one that
 * looks odd is marked, never dropped.
 *
 * @see "docs/price-lists.md"
 */
@NullMarked
package app.waterline.io.prices;

import org.jspecify.annotations.NullMarked;
