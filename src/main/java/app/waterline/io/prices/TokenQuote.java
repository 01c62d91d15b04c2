package app.waterline.io.prices;

import app.waterline.model.Pricing;

/**
 * What a host asks for tokens of a model.
 *
 * @param model as the file names it
 * @param host who serves it; empty where the file does not say
 * @param prices US dollars per million tokens, with their evidence
 * @param free whether all prices are 0: a free tier, or a place that nobody filled in
 * @param line the line of the file, from 1
 */
public record TokenQuote(
    String model, String host, Pricing.HostedApi prices, boolean free, long line) {}
