package org.athena.engine.athena;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsRequest;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.Row;

/** A result read page by page; the first row of the first page is the header. */
final class PagedResult implements RawResult {

  /** The most that the service gives at once. */
  private static final int PAGE = 1000;

  private final AthenaClient client;
  private final String queryId;
  private final int width;
  private @Nullable String nextPage;
  private Iterator<Row> page;

  /**
   * Reads the first page.
   *
   * @param header whether the first row is the header, as that of queries is
   */
  PagedResult(AthenaClient client, String queryId, boolean header) {
    this.client = client;
    this.queryId = queryId;
    GetQueryResultsResponse first = read(null);
    this.width = first.resultSet().resultSetMetadata().columnInfo().size();
    this.nextPage = first.nextToken();
    this.page = first.resultSet().rows().iterator();
    if (header && page.hasNext()) {
      page.next();
    }
  }

  private GetQueryResultsResponse read(@Nullable String token) {
    return client.getQueryResults(
        GetQueryResultsRequest.builder()
            .queryExecutionId(queryId)
            .nextToken(token)
            .maxResults(PAGE)
            .build());
  }

  int width() {
    return width;
  }

  boolean hasFurtherPages() {
    return nextPage != null;
  }

  @Override
  public @Nullable List<@Nullable String> next() {
    while (!page.hasNext()) {
      if (nextPage == null) {
        return null;
      }
      GetQueryResultsResponse read = read(nextPage);
      nextPage = read.nextToken();
      page = read.resultSet().rows().iterator();
    }
    List<@Nullable String> values = new ArrayList<>(width);
    for (Datum datum : page.next().data()) {
      values.add(datum.varCharValue());
    }
    return values;
  }

  @Override
  public void close() {}
}
