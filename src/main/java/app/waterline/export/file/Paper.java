package app.waterline.export.file;

import java.util.Locale;
import java.util.Set;

/** The sheet of paper that a country prints on. */
public final class Paper {
  private static final Set<String> LETTER = Set.of(
      "US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "NI", "PA", "PR", "SV", "VE", "BO", "DO");

  private Paper() {}

  /** Whether that is US Letter, and not A4. */
  public static boolean isLetter(Locale locale) {
    return LETTER.contains(locale.getCountry());
  }
}
