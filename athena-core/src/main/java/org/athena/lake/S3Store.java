package org.athena.lake;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.athena.error.EngineFailedException;
import org.athena.error.EngineFailedException.Kind;
import org.athena.model.ObjectStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of S3, or of a store that speaks its protocol, below a prefix. Needs the dependency
 * {@code software.amazon.awssdk:s3} and one of the SDK's HTTP clients, such as {@code
 * url-connection-client}.
 *
 * {@snippet :
 * try (S3Store store = S3Store.at("s3://bucket/lake");
 *     Athena athena = Athena.open("duckdb:", Lake.mirroring(store, folder, 10L << 30))) {
 *   // questions read the bucket's objects
 * }
 * }
 */
public final class S3Store implements ObjectStore {

  private static final String NAME = "s3";
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;
  private static final int FORBIDDEN = 403;

  private final String bucket;
  private final String prefix;
  private final S3Client client;
  private final boolean own;

  private S3Store(URI location, S3Client client, boolean own) {
    this.bucket = location.getHost();
    String path = location.getPath().replaceFirst("^/+", "").replaceFirst("/+$", "");
    this.prefix = path.isEmpty() ? "" : path + "/";
    this.client = client;
    this.own = own;
  }

  /**
   * A location reached with the region and credentials that the SDK finds by itself: properties,
   * environment, profile, or the role of the machine.
   *
   * @param location {@code s3://bucket/prefix}
   * @throws IllegalArgumentException when the location is not one
   */
  public static S3Store at(String location) {
    return at(location, builder -> {});
  }

  /**
   * The same reached as the caller configures: region, credentials, endpoint, path style, HTTP
   * client.
   */
  public static S3Store at(String location, Consumer<S3ClientBuilder> configured) {
    URI uri = parsed(location);
    S3ClientBuilder builder = S3Client.builder();
    configured.accept(builder);
    return new S3Store(uri, builder.build(), true);
  }

  /** The same through a client that the caller has and closes. */
  public static S3Store through(S3Client client, String location) {
    return new S3Store(parsed(location), client, false);
  }

  /**
   * Configures a store beside Amazon's: its address, buckets in the path, a key and its secret.
   *
   * @param endpoint where it is
   * @param region the region that it signs for
   * @param key the access key's id
   * @param secret the access key's secret
   */
  public static Consumer<S3ClientBuilder> endpoint(
      URI endpoint, String region, String key, String secret) {
    return builder ->
        builder
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)));
  }

  private static URI parsed(String location) {
    URI uri = URI.create(location);
    if (!"s3".equals(uri.getScheme()) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "Cannot open '%s' as a store: write s3://bucket/prefix.".formatted(location));
    }
    return uri;
  }

  @Override
  public String location() {
    return "s3://" + bucket + "/" + prefix;
  }

  @Override
  public List<StoredObject> list(String below) {
    ListObjectsV2Request request =
        ListObjectsV2Request.builder().bucket(bucket).prefix(prefix + below).build();
    List<StoredObject> objects = new ArrayList<>();
    try {
      for (S3Object object : client.listObjectsV2Paginator(request).contents()) {
        if (!object.key().endsWith("/")) {
          objects.add(
              new StoredObject(
                  object.key().substring(prefix.length()), object.size(), version(object)));
        }
      }
    } catch (SdkException e) {
      throw failed("list objects below " + location() + below, e);
    }
    return objects;
  }

  /** The entity tag, which is quoted; of stores that list none, when the object was written. */
  private static String version(S3Object object) {
    return object.eTag() == null ? object.lastModified().toString() : object.eTag();
  }

  @Override
  public void read(StoredObject object, long from, OutputStream to) {
    GetObjectRequest.Builder request =
        GetObjectRequest.builder()
            .bucket(bucket)
            .key(prefix + object.key())
            .range(from == 0 ? null : "bytes=" + from + "-");
    if (object.version().startsWith("\"")) {
      request.ifMatch(object.version());
    } else {
      // The header has whole seconds, and the object may have been written within its last one.
      request.ifUnmodifiedSince(Instant.parse(object.version()).plusSeconds(1));
    }
    try (ResponseInputStream<GetObjectResponse> in = client.getObject(request.build())) {
      copy(in, to);
    } catch (SdkException | IOException e) {
      throw failed("read " + location() + object.key(), e);
    }
  }

  /** Ends the transfer at once when the bytes are not wanted any more, rather than reading on. */
  private static void copy(ResponseInputStream<GetObjectResponse> in, OutputStream to)
      throws IOException {
    try {
      in.transferTo(to);
    } catch (IOException | RuntimeException e) {
      in.abort();
      throw e;
    }
  }

  private static EngineFailedException failed(String what, Exception e) {
    int status = e instanceof S3Exception s3 ? s3.statusCode() : 0;
    Kind kind =
        switch (status) {
          case NOT_FOUND -> Kind.NOT_FOUND;
          case FORBIDDEN -> Kind.NOT_ALLOWED;
          case PRECONDITION_FAILED -> Kind.CONFLICT;
          default -> Kind.STORAGE;
        };
    String hint = hint(kind);
    return new EngineFailedException(
        kind, NAME, "Cannot %s: %s%s".formatted(what, e.getMessage(), hint), null, e);
  }

  private static @Nullable String hint(Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> " Check the bucket and the prefix.";
      case NOT_ALLOWED -> " Check the credentials, and what they may read.";
      case CONFLICT -> " The object was written anew meanwhile: ask again.";
      default -> "";
    };
  }

  @Override
  public void close() {
    if (own) {
      client.close();
    }
  }
}
