package app.waterline.export.deck;

import java.util.List;

/** A finished deck. */
public final class MadeDeck {
  private final byte[] bytes;
  private final List<String> remarks;

  MadeDeck(byte[] bytes, List<String> remarks) {
    this.bytes = bytes;
    this.remarks = List.copyOf(remarks);
  }

  /** The file. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** What the user should know, for example that a template's macros were left out. */
  public List<String> remarks() {
    return remarks;
  }
}
