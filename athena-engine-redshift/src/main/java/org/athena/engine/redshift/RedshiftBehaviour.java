package org.athena.engine.redshift;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.athena.error.EngineFailedException.Kind;
import org.athena.jdbc.JdbcProfile;
import org.athena.jdbc.JdbcProfile.DriverError;
import org.athena.jdbc.JdbcProfile.Reading;
import org.athena.jdbc.JdbcProfile.Session;
import org.athena.model.Dataset;
import org.jspecify.annotations.Nullable;

/** What only Redshift does: errors by state, rows that are left, replacement. */
final class RedshiftBehaviour implements JdbcProfile.Behaviour {

  private final Optional<SpectrumFiles> files;

  RedshiftBehaviour(Optional<SpectrumFiles> files) {
    this.files = files;
  }

  @Override
  public Kind kindOf(DriverError error) {
    return RedshiftErrors.kind(error.sqlState(), error.message());
  }

  @Override
  public boolean isPassing(DriverError error) {
    return RedshiftErrors.isPassing(error.sqlState());
  }

  /**
   * Times and decimals are sent as text, which the statement casts: the driver would lead times
   * through the zone of this machine, and tells of a decimal no digits.
   */
  @Override
  public Object bound(Object value) {
    return switch (value) {
      case BigDecimal number -> number.toPlainString();
      case LocalDate day -> day.toString();
      case LocalDateTime time -> time.toString().replace('T', ' ');
      default -> value;
    };
  }

  /** Closing a result of the driver reads it to its end, which may take as long as the query. */
  @Override
  public boolean readsOnWhenClosed() {
    return true;
  }

  /** The thread that fills the buffer ends it without a word when the connection breaks. */
  @Override
  public boolean mayEndEarly() {
    return true;
  }

  @Override
  public void mount(Dataset dataset, Session session) {
    files.orElseThrow().mount(dataset, session);
  }

  /** The engine tells nothing of a statement that runs. */
  @Override
  public Supplier<@Nullable Reading> watch(Object driverStatement) {
    return () -> null;
  }

  @Override
  public List<String> replace(JdbcProfile.Replacement wanted, Session session) {
    return RedshiftReplacement.statements(wanted, session);
  }

  @Override
  public Optional<JdbcProfile.Materialized> materialized() {
    return Optional.of(new RedshiftMaterialized());
  }
}
