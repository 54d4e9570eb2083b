package org.athena.examples.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may use whom, and how nothing is called, held against the compiled classes. */
class HouseRulesTest {

  private static final String VAGUE = ".*(Util|Utils|Helper|Manager|Impl|Misc|Common)";

  @TestFactory
  Stream<DynamicTest> rooms() {
    assertEveryModuleIsSeen();
    return Stream.of(
        rule(
            "jOOQ is used in plan and sql only",
            noClasses()
                .that()
                .resideOutsideOfPackages("org.athena.plan", "org.athena.sql")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..")),
        rule(
            "JDBC and its pool are used in jdbc and by the sample log only",
            noClasses()
                .that()
                .resideOutsideOfPackages("org.athena.jdbc", "org.athena.examples.sample")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Rooms.JDBC)),
        rule(
            "the AWS SDK is used for the lake and by the Amazon Athena engine only",
            noClasses()
                .that()
                .resideOutsideOfPackages("org.athena.lake", Rooms.AMAZON_ATHENA)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(Rooms.AWS)),
        rule(
            "the vocabulary uses the JDK and JSpecify only",
            classes()
                .that()
                .resideInAnyPackage(Rooms.API)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Rooms.with(Rooms.JDK, Rooms.API))),
        rule("no cycle of packages", slices().assignedFrom(packages()).should().beFreeOfCycles()),
        rule("no vague name", noClasses().should().haveNameMatching(VAGUE)));
  }

  @TestFactory
  Stream<DynamicTest> arrows() {
    assertEveryModuleIsSeen();
    return Rooms.CORE.keySet().stream()
        .map(room ->
            rule(
                room + " uses " + Arrays.toString(Rooms.CORE.get(room)),
                classes()
                    .that()
                    .resideInAPackage(room)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                        Rooms.with(Rooms.with(Rooms.JDK, Rooms.CORE.get(room)), room))
                    .allowEmptyShould(true)));
  }

  @TestFactory
  Stream<DynamicTest> engines() {
    assertEveryModuleIsSeen();
    Set<String> engines = new TreeSet<>();
    packagesBelow("org.athena.engine").forEach(p -> engines.add(p.getName()));
    assertTrue(
        engines.containsAll(
            List.of(
                Rooms.AMAZON_ATHENA,
                "org.athena.engine.duckdb",
                "org.athena.engine.redshift",
                "org.athena.engine.trino")),
        engines::toString);
    return engines.stream()
        .map(engine ->
            rule(
                engine + " uses the vocabulary and how it is reached only",
                classes()
                    .that()
                    .resideInAPackage(engine)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                        Rooms.with(
                            Rooms.with(Rooms.with(Rooms.JDK, Rooms.API), engine),
                            Rooms.reaching(engine)))));
  }

  /** A package that no rule names is a room without a door. */
  @Test
  void knowsEveryRoom() {
    Set<String> known = new TreeSet<>(Rooms.CORE.keySet());
    Arrays.stream(Rooms.API).map(name -> name.replace("..", "")).forEach(known::add);

    packagesBelow("org.athena")
        .map(JavaPackage::getName)
        .filter(name -> !name.startsWith("org.athena.engine."))
        .filter(name -> !name.startsWith("org.athena.examples"))
        .forEach(name -> assertTrue(known.contains(name), "a new room: " + name));
  }

  @Test
  void marksEveryPackageForNulls() {
    assertEveryModuleIsSeen();
    assertEquals(
        List.of(),
        packagesBelow("org.athena")
            .filter(p -> !p.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList());
  }

  private static Stream<JavaPackage> packagesBelow(String name) {
    JavaPackage top = Rooms.ALL.getPackage(name);
    return Stream.concat(Stream.of(top), top.getSubpackagesInTree().stream())
        .filter(p -> !p.getClasses().isEmpty());
  }

  private static DynamicTest rule(String name, ArchRule rule) {
    return dynamicTest(name, () -> rule.check(Rooms.ALL));
  }

  /** Without this a rule over a module that was not found would hold of nothing. */
  private static void assertEveryModuleIsSeen() {
    Rooms.MODULES.forEach((module, least) -> {
      long seen = Rooms.classesOf(module);
      assertTrue(
          seen >= least, () -> "%s: %d classes seen, %d expected".formatted(module, seen, least));
    });
  }

  /** Each package of the vocabulary and the machine is a slice; the rest is left out. */
  private static SliceAssignment packages() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        boolean other =
            name.startsWith("org.athena.engine") || name.startsWith("org.athena.examples");
        return name.startsWith("org.athena") && !other
            ? SliceIdentifier.of(name)
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages of api and core";
      }
    };
  }
}
