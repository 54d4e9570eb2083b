package org.athena.sql;

import java.util.ArrayList;
import java.util.List;
import org.athena.spi.EngineProfile;
import org.athena.spi.SqlFamily;
import org.athena.spi.SqlStatement;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.VisitListener;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** Writes a query tree as the text and bound values of a family of SQL. */
public final class SqlRenderer {

  /** jOOQ would greet every program that embeds it in its log. */
  static {
    for (String greeting : new String[] {"org.jooq.no-logo", "org.jooq.no-tips"}) {
      if (System.getProperty(greeting) == null) {
        System.setProperty(greeting, "true");
      }
    }
  }

  private static final Settings SETTINGS =
      new Settings()
          .withRenderFormatted(true)
          .withRenderKeywordCase(RenderKeywordCase.LOWER)
          .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED);

  private final DSLContext context;
  private final List<VisitListener> listeners;

  /** A renderer for an engine. */
  public SqlRenderer(EngineProfile engine) {
    SQLDialect dialect =
        switch (engine.family()) {
          case DUCKDB -> SQLDialect.DUCKDB;
          case TRINO -> SQLDialect.TRINO;
          // PostgreSQL's, but with LIMIT where that has the FETCH that Redshift does not know.
          case REDSHIFT -> SQLDialect.YUGABYTEDB;
          case OWN -> OwnSql.of(engine).dialect();
        };
    List<VisitListener> listeners = new ArrayList<>(List.of(new ExactLiterals()));
    if (engine.family() == SqlFamily.REDSHIFT) {
      listeners.add(new RedshiftRewriting());
    }
    this.listeners = List.copyOf(listeners);
    context =
        DSL.using(
            new DefaultConfiguration()
                .set(dialect)
                .set(SETTINGS)
                .set(listeners.toArray(VisitListener[]::new)));
  }

  /** The query with its values bound. */
  public SqlStatement render(Query query) {
    BoundValues values = new BoundValues();
    List<VisitListener> noting = new ArrayList<>(listeners);
    noting.add(values);
    String text =
        context.configuration().derive(noting.toArray(VisitListener[]::new)).dsl().render(query);
    return new SqlStatement(text, values.inOrder());
  }

  /**
   * The query with its values as literals, quoted and escaped, for statements that take no binds.
   */
  public SqlStatement renderInlined(Query query) {
    return SqlStatement.of(context.renderInlined(query));
  }
}
