package app.waterline.engine;

/**
 * A figure that does not exist.
 *
 * @param reason why, in words for the screen, for example {@code no token prices}
 */
public record NotAvailable(String reason) implements Result {}
