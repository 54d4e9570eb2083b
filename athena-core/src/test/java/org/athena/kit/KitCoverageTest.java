package org.athena.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.athena.query.Join;
import org.athena.query.Question;
import org.athena.query.TriangleQuery;
import org.athena.query.Unreadable;
import org.athena.spi.Capability;
import org.junit.jupiter.api.Test;

/** The kit leaves out no question, no capability and none of its own topics. */
final class KitCoverageTest {

  /** The records of a sealed family. */
  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(KitCoverageTest::leaves)
        : Stream.of(type);
  }

  @Test
  void everyQuestionHasAScenario() {
    Set<Class<?>> questions = leaves(Question.class).collect(Collectors.toSet());
    assertTrue(
        questions.containsAll(List.of(Join.class, TriangleQuery.class, Unreadable.class)),
        questions::toString);
    Set<Class<?>> asked =
        Scenarios.all().stream()
            .map(scenario -> scenario.question().apply(CapabilityContract.NAMES_ONLY).getClass())
            .collect(Collectors.toSet());
    assertEquals(names(questions), names(asked));
  }

  private static Set<String> names(Set<Class<?>> types) {
    return types.stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyCapabilityIsAskedForOrSaidToBeNever() {
    Set<Capability> known = EnumSet.copyOf(CapabilityContract.needs().keySet());
    assertTrue(known.contains(Capability.SERIES), known::toString);
    known.addAll(CapabilityContract.NEVER_REFUSED);
    assertEquals(EnumSet.allOf(Capability.class), known);
  }

  @Test
  void scenariosHaveRowsAndNamesOfTheirOwn() {
    List<Scenario> all = Scenarios.all();
    assertEquals(all.size(), all.stream().map(Scenario::name).distinct().count());
    assertEquals(List.of(), all.stream().filter(scenario -> scenario.rows().isEmpty()).toList());
    assertTrue(all.stream().allMatch(scenario -> scenario.name().matches("[a-z_]+")));
  }

  @Test
  void everyTopicIsPartOfTheConformanceOfAnEngine() throws IOException, URISyntaxException {
    Set<String> topics = new TreeSet<>();
    Path classes = Path.of(Topic.class.getResource("Topic.class").toURI()).getParent();
    try (Stream<Path> files = Files.list(classes)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Contract.class"))
          .map(name -> name.replace(".class", ""))
          .filter(KitCoverageTest::isTopic)
          .forEach(topics::add);
    }
    assertTrue(topics.size() > 15, topics::toString);
    assertEquals(topics, names(Set.of(EngineConformance.class.getInterfaces())));
  }

  private static boolean isTopic(String name) {
    try {
      Class<?> type = Class.forName(Topic.class.getPackageName() + "." + name);
      return type.isInterface() && Topic.class.isAssignableFrom(type);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
