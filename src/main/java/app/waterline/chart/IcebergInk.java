package app.waterline.chart;

import java.awt.Color;

/**
 * The colours of icebergs, sky and sea, with letters that are readable on each.
 *
 * @param theme where they come from
 */
record IcebergInk(ChartTheme theme) {
  private static final double READABLE = 4.6;
  private static final Color DARK = new Color(0x04101C);
  private static final double SHADE = 0.11;

  /**
   * The colours of a layer.
   *
   * @param fill in the light
   * @param shade facets that lie in the shade
   * @param letters readable on both
   */
  record Tint(Color fill, Color shade, Color letters) {}

  Color sea(double share) {
    return ChartTheme.mix(theme.token("sea-high"), theme.token("sea-deep"), share);
  }

  /** Letters on the water at a depth from 0 to 1. */
  Color onSea(double share) {
    return readable(theme.token("text"), sea(share));
  }

  private static Color readable(Color wanted, Color ground) {
    return ChartTheme.contrast(wanted, ground) >= READABLE ? wanted : letters(ground, ground);
  }

  private static Color letters(Color one, Color other) {
    return least(DARK, one, other) >= least(Color.WHITE, one, other) ? DARK : Color.WHITE;
  }

  private static double least(Color letters, Color one, Color other) {
    return Math.min(ChartTheme.contrast(letters, one), ChartTheme.contrast(letters, other));
  }

  /** The colour of a platform at a depth from 0 to 1: darker where less light comes. */
  Tint layer(int platform, double share) {
    Color fill = ChartTheme.mix(theme.platform(platform), sea(1), 0.42 * share);
    Tint tint = tint(fill);
    Color towards = tint.letters().equals(DARK) ? Color.WHITE : Color.BLACK;
    for (int step = 1;
        step < 20 && least(tint.letters(), tint.fill(), tint.shade()) < READABLE;
        step++) {
      Color nearer = ChartTheme.mix(fill, towards, step / 20.0);
      tint = new Tint(nearer, shade(nearer), tint.letters());
    }
    return tint;
  }

  private static Tint tint(Color fill) {
    return new Tint(fill, shade(fill), letters(fill, shade(fill)));
  }

  private static Color shade(Color fill) {
    return ChartTheme.mix(fill, DARK, SHADE);
  }
}
