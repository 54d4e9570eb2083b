package org.athena.sql;

import java.util.ArrayList;
import java.util.List;
import org.athena.spi.SqlStatement;
import org.jooq.Param;
import org.jooq.RenderContext;
import org.jooq.VisitContext;
import org.jooq.VisitListener;

/** Notes the bound values of one text while it is written, each where its mark is. */
final class BoundValues implements VisitListener {

  private final List<SqlStatement.Bind> values = new ArrayList<>();

  /** The values so far, in the order of their marks. */
  List<SqlStatement.Bind> inOrder() {
    return List.copyOf(values);
  }

  @Override
  public void visitStart(VisitContext context) {
    RenderContext text = context.renderContext();
    if (text != null && context.queryPart() instanceof Param<?> param && !param.isInline()) {
      if (param.getValue() == null) {
        throw new IllegalStateException(
            "Cannot bind an untyped null; write nulls into the tree with their type.");
      }
      values.add(new SqlStatement.Bind(param.getValue()));
    }
  }
}
