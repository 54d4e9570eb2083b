package org.athena.kit;

/** One topic of the contract: test methods over the engine that all topics of a class share. */
interface Topic {

  /** The engine that is being proven. */
  Subject subject();

  /** Under how many settings random logs are asked about. */
  int settings();
}
