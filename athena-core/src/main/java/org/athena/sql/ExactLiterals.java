package org.athena.sql;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jooq.Param;
import org.jooq.RenderContext;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Writes times and decimals into a text as they are.
 *
 * <p>The builder would move a time that the clocks of the default zone skip, and write a small
 * decimal with an exponent, which engines take for a double.
 */
final class ExactLiterals implements VisitListener {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  @Override
  public void visitStart(VisitContext context) {
    RenderContext render = context.renderContext();
    if (render != null && context.queryPart() instanceof Param<?> param) {
      boolean written = param.isInline() || render.paramType() == ParamType.INLINED;
      String text = written ? text(param.getValue()) : null;
      if (text != null) {
        context.queryPart(DSL.raw(text));
      }
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case LocalDateTime time -> "timestamp '" + TIME.format(time) + "'";
      case BigDecimal decimal -> decimal.toPlainString();
      case null, default -> null;
    };
  }
}
