package org.athena.lake;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.athena.error.BadDataException;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.model.ObjectStore.StoredObject;
import org.athena.model.Predicate;
import org.athena.spi.Execution;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the objects that a question needs from a lake's store into its folder, those of other
 * partitions left out.
 *
 * <p>The folder may hold more than a question needs: the question's own filter leaves that out.
 */
public final class Staging {

  private static final Logger LOG = LoggerFactory.getLogger(Staging.class);

  private final Lake lake;
  private final Lake.Origin origin;
  private final Mirror mirror;

  /** A staging for a lake that has an origin. */
  public Staging(Lake lake, Lake.Origin origin) {
    this.lake = lake;
    this.origin = origin;
    this.mirror = new Mirror(lake.root(), origin);
  }

  /**
   * Brings what one data set needs.
   *
   * @param dataset the data set, which is files
   * @param partitions what its partition columns must meet; null for all partitions
   * @param execution the conditions; told of the progress
   * @return keeps the files in the folder until it is closed
   */
  public Mirror.Lease stage(Dataset dataset, @Nullable Predicate partitions, Execution execution) {
    Glob glob = glob(dataset);
    Pattern wanted = glob.regex();
    List<StoredObject> all =
        origin.store().list(glob.prefix()).stream()
            .filter(object -> wanted.matcher(object.key()).matches())
            .toList();
    if (all.isEmpty()) {
      throw new BadDataException(
          "Cannot read data set %s: no object of %s matches %s. Check the location, the zone's folder and the layout's format."
              .formatted(dataset.name(), origin.store().location(), glob.pattern()));
    }
    List<StoredObject> needed = needed(dataset, partitions, all);
    LOG.debug("{}: {} of {} objects are needed", dataset.name(), needed.size(), all.size());
    return mirror.bring(needed, all, wanted, execution);
  }

  private static List<StoredObject> needed(
      Dataset dataset, @Nullable Predicate partitions, List<StoredObject> all) {
    if (partitions == null) {
      return all;
    }
    PartitionCheck check = new PartitionCheck(dataset, partitions);
    List<StoredObject> needed = all.stream().filter(object -> check.mayHold(object.key())).toList();
    // Any one object tells the engine the columns where no partition is asked for.
    return needed.isEmpty() ? all.subList(0, 1) : needed;
  }

  private Glob glob(Dataset dataset) {
    String resolved = lake.resolve(dataset.filePattern().orElseThrow());
    Path path = Path.of(resolved).normalize();
    if (!path.startsWith(lake.root())) {
      throw new InvalidQuestionException(
          "Cannot read data set %s: %s is not below %s, which mirrors %s."
              .formatted(dataset.name(), resolved, lake.root(), origin.store().location()));
    }
    return new Glob(lake.root().relativize(path).toString().replace('\\', '/'));
  }
}
