package app.waterline.ui.card;

import app.waterline.ui.Editing;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Explanation;

/** What every part of a card needs. */
public record CardTools(Session session, Editing editing, Texts texts, Explanation explanation) {
  /** The tools for a session. */
  public static CardTools of(Session session, Texts texts) {
    return new CardTools(
        session, new Editing(session, texts), texts, new Explanation(session.format(), texts));
  }
}
