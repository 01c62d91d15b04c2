package app.waterline.io;

import app.waterline.model.Distribution;
import app.waterline.model.Precision;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Reads the rules of the file off the records themselves: what is {@code @Nullable} may be left out,
 * lists and maps may too and are then empty, all else must be there. Constants are written in camel
 * case, precisions as everybody writes them.
 */
final class RecordIntrospector extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    if (member instanceof AnnotatedParameter parameter && isComponent(parameter)) {
      return isRequired(parameter);
    }
    return null;
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    if (!(annotated instanceof AnnotatedParameter parameter) || !isComponent(parameter)) {
      return super.findSetterInfo(config, annotated);
    }
    if (isContainer(parameter)) {
      return JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL);
    }
    return isRequired(parameter)
        ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
        : super.findSetterInfo(config, annotated);
  }

  /** Where every number is exact, a file says nothing of ranges. */
  @Override
  public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated annotated) {
    return annotated.getType().isMapLikeType()
            && annotated.getType().getContentType().hasRawClass(Distribution.class)
        ? JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null)
        : super.findPropertyInclusion(config, annotated);
  }

  @Override
  public String[] findEnumValues(
      MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
    for (int i = 0; i < constants.length; i++) {
      names[i] = nameOf(constants[i]);
    }
    return names;
  }

  /** The name of a constant in a file. */
  static String nameOf(Enum<?> constant) {
    if (constant instanceof Precision) {
      return constant.name();
    }
    StringBuilder name = new StringBuilder();
    for (String word : constant.name().split("_", -1)) {
      name.append(name.isEmpty() ? lower(word) : word.charAt(0) + lower(word.substring(1)));
    }
    return name.toString();
  }

  private static String lower(String word) {
    return word.toLowerCase(java.util.Locale.ROOT);
  }

  private static boolean isComponent(AnnotatedParameter parameter) {
    return parameter.getDeclaringClass().isRecord();
  }

  private static boolean isRequired(AnnotatedParameter parameter) {
    return !isContainer(parameter)
        && !parameter
            .getDeclaringClass()
            .getRecordComponents()[parameter.getIndex()]
            .getAnnotatedType()
            .isAnnotationPresent(Nullable.class);
  }

  private static boolean isContainer(AnnotatedParameter parameter) {
    Class<?> type = parameter.getRawType();
    return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
  }
}
