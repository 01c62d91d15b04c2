package app.waterline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ANONYMOUS_CLASSES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callConstructorWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.engine.planted.OffenderManager;
import app.waterline.format.QuantityFormat;
import app.waterline.model.InvalidInput;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the rules of {@code docs/architecture.md}. */
class ArchitectureTest {
  private static final JavaClasses PROGRAM = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("app.waterline");

  private static final String[] PURE = {
    "app.waterline.model..", "app.waterline.engine..", "app.waterline.chart.."
  };

  @Test
  void layersPointDown() {
    layers().check(PROGRAM);
  }

  private static ArchRule layers() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("model")
        .definedBy("app.waterline.model..")
        .layer("engine")
        .definedBy("app.waterline.engine..")
        .layer("document")
        .definedBy("app.waterline.document..")
        .layer("format")
        .definedBy("app.waterline.format..")
        .layer("io")
        .definedBy("app.waterline.io..")
        .layer("chart")
        .definedBy("app.waterline.chart..")
        .layer("export")
        .definedBy("app.waterline.export..")
        .layer("ui")
        .definedBy("app.waterline.ui..")
        .layer("cli")
        .definedBy("app.waterline.cli..")
        .whereLayer("model")
        .mayNotAccessAnyLayer()
        .whereLayer("engine")
        .mayOnlyAccessLayers("model")
        .whereLayer("document")
        .mayOnlyAccessLayers("model", "engine")
        .whereLayer("format")
        .mayOnlyAccessLayers("model", "engine")
        .whereLayer("io")
        .mayOnlyAccessLayers("model", "engine")
        .whereLayer("chart")
        .mayOnlyAccessLayers("model", "engine", "format")
        .whereLayer("export")
        .mayOnlyAccessLayers("model", "engine", "document", "format", "io", "chart")
        .whereLayer("ui")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .because(
            "files, figures and screen must each be replaceable and testable without the others");
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching("app.waterline.(**)")
        .should()
        .beFreeOfCycles()
        .because("a cycle of packages can only be understood as a whole")
        .check(PROGRAM);
  }

  @Test
  void onlyTheScreenKnowsTheToolkit() {
    toolkit().check(PROGRAM);
  }

  private static ArchRule toolkit() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("app.waterline.ui..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx..",
            "org.controlsfx..",
            "impl.org.controlsfx..",
            "eu.hansolo..",
            "atlantafx..",
            "org.kordamp..",
            "org.jfree.fx..")
        .because("figures and exports are made on machines without a screen");
  }

  @Test
  void onlyIoKnowsJackson() {
    jackson().check(PROGRAM);
  }

  private static ArchRule jackson() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("app.waterline.io..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
        .because("the file format must be able to change without the model");
  }

  /** A file that may name the class to make of it can run code. */
  @Test
  void noFileChoosesAClass() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson.databind.jsontype..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "com.fasterxml.jackson.annotation.Json(TypeInfo|SubTypes|TypeName)|java.io.ObjectInputStream")
        .because("files are data")
        .check(PROGRAM);
  }

  @Test
  void onlyExportKnowsItsFormats() {
    noClasses()
        .that()
        .resideOutsideOfPackage("app.waterline.export..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.poi..", "org.apache.pdfbox..", "org.apache.batik..", "de.rototor..")
        .because("a format that is written in one place can be checked in one place")
        .check(PROGRAM);
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage("app.waterline.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..")
        .because("commands are one of two ways in, not a part of the program's core")
        .check(PROGRAM);
  }

  @Test
  void nobodyUsesInternalOrHeavyPartsOfTheToolkit() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.sun..", "sun..", "javafx.fxml..", "javafx.scene.web..")
        .because("internals change without notice, and the web view would double the installer")
        .check(PROGRAM);
  }

  @Test
  void modelEngineAndChartAreFunctionsOfTheirInput() {
    pure().check(PROGRAM);
  }

  private static ArchRule pure() {
    return noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.nio.file..")
            .or(nameMatching("java\\.io\\.(File|File.*|RandomAccessFile)")))
        .orShould()
        .dependOnClassesThat(
            nameMatching(
                "java\\.time\\.Clock|java\\.util\\.(Random|SplittableRandom|Timer)|java\\.util\\.random\\..*|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.SecureRandom"))
        .orShould()
        .callMethodWhere(
            target(nameMatching("now")).and(target(owner(resideInAnyPackage("java.time..")))))
        .orShould()
        .callMethodWhere(target(nameMatching("currentTimeMillis|nanoTime"))
            .and(target(owner(assignableTo(System.class)))))
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethodWhere(target(nameMatching("getDefault"))
            .and(target(owner(nameMatching("java\\.util\\.(Locale|TimeZone)")))))
        .because(
            "the same workspace must give the same figures and the same picture, everywhere and always");
  }

  @Test
  void modelHoldsValuesOnly() {
    classes()
        .that()
        .resideInAPackage("app.waterline.model..")
        .and()
        .areNotAssignableTo(InvalidInput.class)
        .and()
        .areNotPrivate()
        .and(not(nameMatching(".*package-info|.*\\$\\d+")))
        .should(be(VALUE))
        .because(
            "undo, snapshots and comparison rest on values that never change; what a value is made with stays private")
        .check(PROGRAM);
  }

  private static final DescribedPredicate<JavaClass> VALUE = DescribedPredicate.describe(
      "a record, an enum or a sealed interface",
      type -> type.isRecord()
          || type.isEnum()
          || (type.isInterface() && type.reflect().isSealed()));

  @Test
  void staticsNeverChange() {
    finalStatics().check(PROGRAM);
    constantStatics().check(PROGRAM);
  }

  private static ArchRule finalStatics() {
    return fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .because("what is shared by everything must not change under anything");
  }

  private static ArchRule constantStatics() {
    return noClasses()
        .should(callConstructorWhere(FILLS_A_STATIC))
        .because(
            "a static collection is made with List.of, Set.of or Map.of, which nobody can add to");
  }

  private static final DescribedPredicate<JavaConstructorCall> FILLS_A_STATIC =
      DescribedPredicate.describe(
          "a mutable collection is made for a static field",
          call -> call.getOrigin().getName().equals("<clinit>")
              && (call.getTargetOwner().isAssignableTo(Collection.class)
                  || call.getTargetOwner().isAssignableTo(Map.class)
                  || call.getTargetOwner().getPackageName().equals("java.util.concurrent.atomic")));

  @Test
  void nothingIsASingleton() {
    singletons().check(PROGRAM);
  }

  private static ArchRule singletons() {
    return noMethods()
        .should()
        .haveName("getInstance")
        .because("what an object needs is handed to it, so that a test can hand it something else");
  }

  @Test
  void typedNumbersAreReadInOnePlace() {
    parsing().check(PROGRAM);
  }

  private static ArchRule parsing() {
    return noClasses()
        .that(not(assignableTo(QuantityFormat.class)))
        .and()
        .resideOutsideOfPackage("app.waterline.io..")
        .and()
        // Reads back whole numbers that the program wrote itself.
        .doNotHaveSimpleName("SettingsFile")
        .should()
        .callMethod(Double.class, "parseDouble", String.class)
        .orShould()
        .callMethod(Double.class, "valueOf", String.class)
        .orShould()
        .callMethod(Integer.class, "parseInt", String.class)
        .orShould()
        .callMethod(Long.class, "parseLong", String.class)
        .orShould()
        .callConstructor(BigDecimal.class, String.class)
        .orShould()
        .callMethodWhere(
            target(nameMatching("parse")).and(target(owner(assignableTo(java.text.Format.class)))))
        .because("1.234 is a thousand or a fraction depending on the reader; one class decides");
  }

  @Test
  void customerFiguresStayOnTheMachine() {
    network().check(PROGRAM);
  }

  private static ArchRule network() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            nameMatching(
                "java\\.net\\.(http\\..*|.*Socket.*|.*URLConnection|InetAddress)|java\\.nio\\.channels\\..*Socket.*"))
        .because("the workbench promises no network access and no telemetry");
  }

  @Test
  void onlyMainEndsTheProgram() {
    exits().check(PROGRAM);
  }

  private static ArchRule exits() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Main.class.getName())
        .should()
        .callMethod(System.class, "exit", int.class)
        .because("a command is a function that returns its exit code; tests call it");
  }

  @Test
  void namesSayWhatThingsAre() {
    names().check(PROGRAM);
  }

  private static ArchRule names() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Base|Impl)")
        .because("these endings fit everything, so they tell nothing");
  }

  @Test
  void classesAreFinalUnlessMadeToBeExtended() {
    finals().check(PROGRAM);
  }

  private static ArchRule finals() {
    return classes()
        .that()
        .areNotInterfaces()
        .and(not(ANONYMOUS_CLASSES))
        .and()
        .doNotHaveModifier(JavaModifier.ABSTRACT)
        .and()
        .areNotEnums()
        .and(not(
            DescribedPredicate.describe("enum constants", type -> type.isAssignableTo(Enum.class))))
        .should()
        .haveModifier(JavaModifier.FINAL)
        .because("inheritance is a promise to strangers; it is given on purpose or not at all");
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(PROGRAM.stream().map(JavaClass::getPackage).distinct())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
            .as(each.getName())
            .isTrue());
  }

  @Test
  void noArrayIsShared() {
    // Arrays can be written to, whoever sees them; the compiler's own are exempt.
    noFields()
        .that()
        .areStatic()
        .and(not(nameMatching("\\$.*")))
        .and()
        .areNotPrivate()
        .should()
        .haveRawType(DescribedPredicate.describe("an array", JavaClass::isArray))
        .because("a shared array is a mutable static")
        .check(PROGRAM);
  }

  static Stream<ArchRule> rulesThatTheOffenderBreaks() {
    return Stream.of(
        layers(),
        toolkit(),
        jackson(),
        pure(),
        finalStatics(),
        constantStatics(),
        singletons(),
        parsing(),
        network(),
        exits(),
        names(),
        finals());
  }

  @ParameterizedTest
  @MethodSource("rulesThatTheOffenderBreaks")
  void aPlantedViolationIsCaught(ArchRule rule) {
    JavaClasses planted = new ClassFileImporter()
        .importClasses(OffenderManager.class, app.waterline.document.Document.class);
    assertThat(rule.evaluate(planted).getFailureReport().getDetails())
        .anySatisfy(violation -> assertThat(violation).contains("OffenderManager"));
  }
}
