package org.athena.spi;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.athena.error.UnsupportedByEngineException;

/**
 * What an engine is.
 *
 * @param name the engine's name, which is also the scheme of its URLs
 * @param family the SQL that it speaks
 * @param lacks the capabilities that it does not have; all others it has
 */
public record EngineProfile(String name, SqlFamily family, Set<Capability> lacks) {

  /** Keeps its own copy, in the order of the capabilities. */
  public EngineProfile {
    Set<Capability> ordered = EnumSet.noneOf(Capability.class);
    ordered.addAll(lacks);
    lacks = Collections.unmodifiableSet(ordered);
  }

  /** The same without a capability. */
  public EngineProfile without(Capability capability) {
    Set<Capability> more = EnumSet.of(capability);
    more.addAll(lacks);
    return new EngineProfile(name, family, more);
  }

  /** Whether the engine has a capability. */
  public boolean can(Capability capability) {
    return !lacks.contains(capability);
  }

  /** The capabilities that the engine has. */
  public Set<Capability> capabilities() {
    Set<Capability> all = EnumSet.allOf(Capability.class);
    all.removeAll(lacks);
    return all;
  }

  /**
   * Makes sure that the engine has a capability.
   *
   * @param capability the capability needed
   * @param what what needs it, as in {@code roll per event}
   * @param instead what the caller can do
   * @throws UnsupportedByEngineException when the engine lacks it
   */
  public void require(Capability capability, String what, String instead) {
    if (!can(capability)) {
      throw new UnsupportedByEngineException(
          "Cannot %s on %s: it lacks %s. %s".formatted(what, name, capability, instead));
    }
  }
}
