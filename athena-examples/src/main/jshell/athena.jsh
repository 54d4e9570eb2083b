import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.athena.*;
import org.athena.breakage.*;
import org.athena.error.*;
import org.athena.examples.*;
import org.athena.examples.sample.*;
import org.athena.forecast.*;
import org.athena.model.*;
import org.athena.query.*;
import org.athena.model.Calendar;
import org.athena.model.Predicate;
import static org.athena.breakage.EventKind.*;
import static org.athena.examples.SampleCards.*;
import static org.athena.model.Aggregate.*;
import static org.athena.model.Expressions.*;
import static org.athena.model.Grain.*;
import static org.athena.model.On.on;
import static org.athena.query.Query.from;

Path lake = SampleLake.folder();
Athena athena = Athena.open(System.getProperty("athena.url", "duckdb:"), lake);
CardLog cards = LOG;
AsOf asOf = AsOf.endOf("2025-12-31");
TriangleQuery triangle = TriangleQuery.of(cards, asOf).cohorts(YEAR).ages(YEAR);

void show(Object answer) { System.out.println(answer); }

if (athena != null) {
  show("athena answers over a sample log; cards is that log, asOf the end of 2025, triangle a question. Try:");
  show("  show(athena.fetch(triangle))    show(athena.fetch(AuditQuery.of(cards, asOf)))    show(athena.explain(triangle))");
  show("  show(Mack.volumeWeighted().forecast(athena.fetch(triangle.by(PROGRAM)).list()))   athena.rows(from(CARDS).limit(3))");
}
