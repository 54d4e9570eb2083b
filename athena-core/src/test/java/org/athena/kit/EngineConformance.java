package org.athena.kit;

import java.nio.file.Path;
import org.athena.Athena;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.model.Layout;
import org.athena.spi.Capability;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of an engine: extend it, say how the engine is opened, and all topics are proven.
 *
 * <p>The engine is opened once for the class; tables are put there once. What the engine lacks by
 * its profile must be refused by name before anything is sent; all else must be answered rightly.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Proof.class)
public abstract class EngineConformance
    implements DiscoveryContract,
        TypesContract,
        FilesContract,
        SelectContract,
        ExpressionContract,
        CompositionContract,
        OrderContract,
        EmptyContract,
        BindsContract,
        ScenarioContract,
        CapabilityContract,
        RollingContract,
        AuditContract,
        BalancesContract,
        TriangleContract,
        RatesContract,
        DailyContract,
        TransferContract,
        RandomLogContract,
        PublishContract,
        ErrorsContract,
        LifecycleContract,
        ScaleContract {

  private Subject subject;

  /** Opens the engine to be proven over a lake. */
  protected abstract Athena open(Lake lake);

  /**
   * Puts a table where the engine sees it: as a file if the engine has files, else published as
   * literals. Override it where there is a faster way.
   *
   * @param athena the engine
   * @param folder the lake's folder
   * @param table the rows
   */
  protected Dataset load(Athena athena, Path folder, Table table) {
    if (!athena.engine().can(Capability.FILES)) {
      return Literals.publish(athena, table);
    }
    String file = table.name() + ".jsonl";
    table.writeTo(folder.resolve(file));
    return Dataset.of(table.name(), table.columns()).layout(Layout.jsonLines()).at(file);
  }

  /** How many random logs are asked about at once; fewer for an engine to which rows are dear. */
  protected int seeds() {
    return 150;
  }

  /** Under how many settings they are; fewer for an engine to which statements are dear. */
  protected int rounds() {
    return 12;
  }

  @BeforeAll
  final void openOnce(@TempDir Path folder) {
    subject =
        new Subject(folder, this::open, (athena, table) -> load(athena, folder, table), seeds());
  }

  @AfterAll
  final void closeOnce() {
    if (subject != null) {
      subject.close();
    }
  }

  @Override
  public final Subject subject() {
    return subject;
  }

  @Override
  public final int settings() {
    return rounds();
  }
}
