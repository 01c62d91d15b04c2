package app.waterline.ui.tour;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A step of the tour.
 *
 * @param title what stands there
 * @param text what to do with it
 * @param target what is pointed at, once {@code arrive} is done; empty where it is not on the screen
 * @param arrive brings it into sight
 */
public record Stop(String title, String text, Supplier<Optional<Node>> target, Runnable arrive) {}
