package app.waterline;

/** Starts the workbench or a command. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println("java " + Runtime.version());
  }
}
