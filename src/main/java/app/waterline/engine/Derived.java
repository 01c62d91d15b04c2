package app.waterline.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the figures of a workspace and is too dear to compute for each reader. It says
 * nothing that the figures do not, so that two are always equal.
 */
public final class Derived {
  private final Map<Class<?>, Optional<?>> known = new ConcurrentHashMap<>();

  /**
   * What was made at the first call; of several at once one makes it, and the others wait.
   *
   * @param kind what it is, one of each kind
   * @param maker makes it from the same figures; empty where there is none
   */
  public <T> Optional<T> find(Class<T> kind, Supplier<Optional<T>> maker) {
    return known.computeIfAbsent(kind, each -> maker.get()).map(kind::cast);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Derived;
  }

  @Override
  public int hashCode() {
    return Derived.class.hashCode();
  }

  @Override
  public String toString() {
    return "";
  }
}
