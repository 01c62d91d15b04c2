package app.waterline.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as its jar states it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String built = Version.class.getPackage().getImplementationVersion();
    return new String[] {"Waterline " + Objects.requireNonNullElse(built, "(development)")};
  }
}
