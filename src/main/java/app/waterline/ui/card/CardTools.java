package app.waterline.ui.card;

import app.waterline.document.Inputs;
import app.waterline.engine.Explained;
import app.waterline.ui.Editing;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Explanation;
import javafx.scene.Node;

/** What every part of a card needs. */
public record CardTools(Session session, Editing editing, Texts texts, Explanation explanation) {
  /** The tools for a session. */
  public static CardTools of(Session session, Texts texts) {
    return new CardTools(
        session, new Editing(session, texts), texts, new Explanation(session.format(), texts));
  }

  /** What the engine or the model says, in the language of the window. */
  String say(String english) {
    return session.format().phrases().say(english);
  }

  /** Why something was refused, in the language of the window. */
  String say(Exception refused) {
    return session.format().phrases().say(refused);
  }

  /** Opens where a figure of a platform comes from, with a way to its inputs. */
  void explain(Node owner, Explained figure, String platform) {
    explanation.show(owner, figure, links(session, platform));
  }

  /** The way to the inputs behind the figures of a platform. */
  public static Explanation.Links links(Session session, String platform) {
    return term -> Inputs.behind(term, session.evaluation().get().workspace(), platform)
        .map(lever -> () -> session.ask(lever.id()));
  }
}
