/**
 * Slides: what they say ({@link app.waterline.export.deck.Storyboard}) and how they become a PowerPoint file in
 * the bundled look or a customer's template ({@link app.waterline.export.deck.Decks}). What they say knows no
 * PowerPoint; nothing here reads the clock.
 */
@NullMarked
package app.waterline.export.deck;

import org.jspecify.annotations.NullMarked;
