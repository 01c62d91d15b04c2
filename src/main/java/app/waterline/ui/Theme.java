package app.waterline.ui;

/** The two looks; the stylesheet of each is {@code theme/tokens-light.css} or {@code tokens-dark.css}. */
public enum Theme {
  LIGHT,
  DARK
}
