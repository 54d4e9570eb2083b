package org.athena.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns that an expression reads, in the order in which they occur. */
final class ColumnsIn {

  private final Set<Column<?>> found = new LinkedHashSet<>();

  private ColumnsIn() {}

  static Set<Column<?>> of(Expr<?> expr) {
    ColumnsIn columns = new ColumnsIn();
    columns.visit(expr);
    return columns.found;
  }

  private void visit(Expr<?> expr) {
    switch (expr) {
      case Column<?> column -> found.add(column);
      case Expr.Literal<?> literal -> {}
      case Expr.Arithmetic<?> e -> visit(List.of(e.left(), e.right()));
      case Expr.Ratio e -> visit(List.of(e.numerator(), e.denominator()));
      case Expr.Case<?> e -> visitCase(e);
      case Expr.Coalesce<?> e -> visit(e.values());
      case Expr.Cast<?> e -> visit(e.value());
      case Expr.TextCall e -> visit(e.text());
      case Expr.Length e -> visit(e.text());
      case Expr.Substring e -> visit(e.text());
      case Expr.Concat e -> visit(e.texts());
      case Expr.DayOf e -> visit(e.time());
      case Expr.PeriodStart e -> visit(e.day());
      case Expr.PeriodsBetween e -> visit(List.of(e.from(), e.to()));
      case Expr.TimeBucket e -> visit(e.time());
      case Expr.TimeShift e -> visit(e.time());
      case Predicate.Comparison e -> visit(List.of(e.left(), e.right()));
      case Predicate.And e -> visit(List.of(e.left(), e.right()));
      case Predicate.Or e -> visit(List.of(e.left(), e.right()));
      case Predicate.Not e -> visit(e.condition());
      case Predicate.IsNull e -> visit(e.value());
      case Predicate.In e -> visit(e.value());
      case Predicate.TextMatch e -> visit(e.text());
      case Predicate.IsTrue e -> visit(e.value());
    }
  }

  private void visit(List<? extends Expr<?>> exprs) {
    exprs.forEach(this::visit);
  }

  private void visitCase(Expr.Case<?> e) {
    e.branches()
        .forEach(branch -> {
          visit(branch.when());
          visit(branch.then());
        });
    visit(e.otherwise());
  }
}
