package org.athena.plan;

import org.athena.model.Relation;
import org.athena.query.AuditQuery;
import org.athena.query.BalanceQuery;
import org.athena.query.DailyQuery;
import org.athena.query.Query;
import org.athena.query.Question;
import org.athena.query.RateQuery;
import org.athena.query.Rolling;
import org.athena.query.TriangleQuery;
import org.athena.spi.EngineProfile;
import org.jooq.Select;

/** Says how a relation is asked of an engine; touches nothing. */
public final class Planner {

  private final EngineProfile engine;

  /** A planner for an engine. */
  public Planner(EngineProfile engine) {
    this.engine = engine;
  }

  /**
   * The plan of a relation's rows.
   *
   * @throws org.athena.error.UnsupportedByEngineException when the engine cannot say it
   */
  public Plan plan(Relation relation) {
    Planning planning = new Planning(engine);
    Select<?> query =
        relation instanceof Question<?> question
            ? select(question, planning)
            : new RelationPlanner(planning).allOf(relation);
    return planning.plan(relation, query);
  }

  static Select<?> select(Question<?> question, Planning planning) {
    return switch (question) {
      case Query query -> new RelationPlanner(planning).query(query);
      case Rolling rolling -> new RollingPlanner(planning).plan(rolling);
      case AuditQuery audit -> new AuditPlanner(planning, audit).plan();
      case BalanceQuery balances -> new BalancePlanner(planning, balances).plan();
      case DailyQuery daily -> new DailyPlanner(planning, daily).plan();
      case TriangleQuery triangle -> new TrianglePlanner(planning, triangle).plan();
      case RateQuery rates -> new RatePlanner(planning, rates).plan();
    };
  }
}
