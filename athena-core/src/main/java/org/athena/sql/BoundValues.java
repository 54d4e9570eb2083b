package org.athena.sql;

import java.util.ArrayList;
import java.util.List;
import org.athena.spi.SqlStatement;
import org.jooq.Param;
import org.jooq.RenderContext;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.conf.ParamType;

/** Notes the bound values of a text while it is written, each where its mark is. */
final class BoundValues implements VisitListener {

  private static final Object KEY = BoundValues.class;

  /** The values of the text that a context is about to write, filled while it does. */
  static List<SqlStatement.Bind> of(RenderContext text) {
    List<SqlStatement.Bind> values = new ArrayList<>();
    text.data(KEY, values);
    return values;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void visitStart(VisitContext context) {
    RenderContext text = context.renderContext();
    if (text == null || !(context.queryPart() instanceof Param<?> param) || param.isInline()) {
      return;
    }
    if (text.paramType() != ParamType.INLINED && text.data(KEY) instanceof List<?> values) {
      ((List<SqlStatement.Bind>) values).add(bind(param));
    }
  }

  private static SqlStatement.Bind bind(Param<?> param) {
    if (param.getValue() == null) {
      throw new IllegalStateException(
          "Cannot bind an untyped null; write nulls into the tree with their type.");
    }
    return new SqlStatement.Bind(param.getValue());
  }
}
