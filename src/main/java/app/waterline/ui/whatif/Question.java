package app.waterline.ui.whatif;

import app.waterline.engine.Evaluation;
import app.waterline.ui.Theme;
import javafx.scene.Node;

/** One of the questions of the view: its choices and its answer. */
interface Question {
  /** A stable name, for example {@code tornado}; the words are {@code question.tornado} of the bundle. */
  String id();

  /** What can be chosen; always the same node. */
  Node choices();

  /** The answer; always the same node. */
  Node answer();

  /** Asks again with these figures. */
  void show(Evaluation evaluation);

  /** Draws in this theme from now on. */
  void use(Theme theme);

  /** Answers on their way are not wanted any more. */
  void hidden();
}
