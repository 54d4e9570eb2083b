package org.athena.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.athena.model.Column;
import org.athena.model.Relation;
import org.athena.spi.EngineProfile;
import org.athena.sql.SqlTerms;
import org.jooq.Select;

/** The state of planning one relation: the engine, the names given out, and what was met. */
final class Planning {

  private final EngineProfile engine;
  private final SqlTerms terms;
  private final Set<Read> reads = new LinkedHashSet<>();
  private final List<Guard> guards = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private int aliases;

  Planning(EngineProfile engine) {
    this.engine = engine;
    this.terms = SqlTerms.of(engine);
  }

  EngineProfile engine() {
    return engine;
  }

  SqlTerms terms() {
    return terms;
  }

  /** A table alias that no other part of the statement has. */
  String alias(String stem) {
    aliases++;
    return stem + aliases;
  }

  void reads(Read read) {
    reads.add(read);
  }

  void guard(Guard guard) {
    guards.add(guard);
  }

  void note(String note) {
    notes.add(note);
  }

  /** The rows of a relation as a table of a from clause. */
  Source source(Relation relation) {
    return new RelationPlanner(this).source(relation, RelationPlanner.Problems.LEFT_OUT);
  }

  Plan plan(Relation relation, Select<?> query) {
    List<Column<?>> columns = relation.columns();
    return new Plan(query, columns, List.copyOf(reads), guards, List.copyOf(notes));
  }
}
