package org.athena.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.athena.Athena;
import org.athena.spi.EngineProvider;
import org.junit.jupiter.api.Test;

/** The engine is found by its name, which is also the scheme of its URLs. */
interface DiscoveryContract extends Topic {

  private static List<String> providers() {
    return ServiceLoader.load(EngineProvider.class).stream().map(p -> p.get().name()).toList();
  }

  @Test
  default void theEngineIsFoundUnderItsName() {
    String name = subject().profile().name();
    assertEquals(
        1, providers().stream().filter(name::equals).count(), () -> name + " in " + providers());
    assertTrue(name.matches("[a-z][a-z0-9+.-]*"), () -> name + " is no scheme of a URL");
  }

  @Test
  default void aMisspeltEngineIsToldWithTheNamesThatThereAre() {
    String name = subject().profile().name();
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Athena.open(name + "x:", Path.of("nowhere")));
    assertEquals(
        "No engine named '%sx'; on the class path are %s. Add the dependency athena-engine-%sx."
            .formatted(name, providers(), name),
        e.getMessage());
  }

  @Test
  default void theEngineSaysWhatItIs() {
    assertEquals("Athena on " + subject().profile().name(), subject().athena().toString());
    assertEquals(subject().profile(), subject().athena().engine());
  }
}
