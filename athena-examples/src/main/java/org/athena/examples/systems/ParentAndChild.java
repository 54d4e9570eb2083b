package org.athena.examples.systems;

import static org.athena.model.Aggregate.count;
import static org.athena.model.Aggregate.sumOf;
import static org.athena.model.Column.instant;
import static org.athena.model.Column.integer;
import static org.athena.model.Column.string;
import static org.athena.model.Expressions.contains;
import static org.athena.model.Expressions.lower;
import static org.athena.model.Zone.CURATED;
import static org.athena.query.Query.from;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.athena.Athena;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.model.Measure;
import org.athena.model.Predicate;
import org.athena.model.Row;
import org.athena.query.Rolling;

/**
 * Parents and children: posts and their comments, looked up by id, and watched for a word that
 * spreads.
 */
public final class ParentAndChild {

  static final Column<String> POST = string("post_id");
  static final Column<String> ACCOUNT = string("account");
  static final Column<String> TITLE = string("title");
  static final Dataset POSTS =
      Dataset.of("posts", POST, ACCOUNT, TITLE).in(CURATED).layout(Layout.csv()).key(POST);

  static final Column<String> COMMENT = string("comment_id");
  static final Column<Instant> SEEN = instant("seen_at");
  static final Column<String> TEXT = string("text");
  static final Column<Long> LIKES = integer("likes");
  static final Dataset COMMENTS =
      Dataset.of("comments", COMMENT, POST, SEEN, TEXT, LIKES)
          .in(CURATED)
          .layout(Layout.csv())
          .key(COMMENT)
          .eventTime(SEEN);

  private final Athena athena;

  ParentAndChild(Athena athena) {
    this.athena = athena;
  }

  static void write(Path lake) {
    Story.file(
        lake,
        "curated/posts/posts.csv",
        """
        post_id,account,title
        P1,acme,New kettle
        P2,acme,New toaster
        """);
    Story.file(
        lake,
        "curated/comments/comments.csv",
        """
        comment_id,post_id,seen_at,text,likes
        C1,P1,2025-05-01T08:00:00Z,Nice,3
        C2,P1,2025-05-01T20:00:00Z,Is there a RECALL?,10
        C3,P1,2025-05-02T08:00:00Z,"Yes, recall it",4
        C4,P2,2025-05-02T09:00:00Z,Burns the bread,1
        C5,P1,2025-05-02T20:00:01Z,Recalled mine,7
        """);
  }

  // @start region="rolling"
  static final Predicate ALARM = contains(lower(TEXT), "recall");
  static final Measure<Long> COUNT = count().as("comments_24h");
  static final Measure<Long> ALARMS = count().where(ALARM).as("alarms_24h");
  static final Measure<Long> ALARM_LIKES = sumOf(LIKES).where(ALARM).as("alarm_likes_36h");

  static final Rolling SPREAD =
      Rolling.over(COMMENTS, SEEN)
          .by(POST)
          .last(Duration.ofHours(24), COUNT, ALARMS)
          .last(Duration.ofHours(36), ALARM_LIKES);

  // @end

  /** What the past hours held for each post, at one instant. */
  List<Row> spreadAt(Instant instant) {
    return athena.rows(from(SPREAD.asOf(instant)).orderBy(POST.asc()));
  }

  /** What the past hours held at every comment. */
  List<Row> spreadAtEveryComment() {
    return athena.rows(
        from(SPREAD.perEvent())
            .select(COMMENT, COUNT.column(), ALARMS.column(), ALARM_LIKES.column())
            .orderBy(COMMENT.asc()));
  }

  /** One post, by its id. */
  Optional<Row> post(String id) {
    return athena.rows(from(POSTS).where(POST.eq(id))).stream().findFirst();
  }

  /** The comments of a post, by its id, newest first. */
  List<Row> commentsOf(String post) {
    return athena.rows(from(COMMENTS).where(POST.eq(post)).orderBy(SEEN.desc()));
  }

  /** Tells the story on made-up files. */
  public static void main(String[] args) {
    Story.tell(
        ParentAndChild::write,
        athena -> {
          ParentAndChild story = new ParentAndChild(athena);
          System.out.println(story.spreadAt(Instant.parse("2025-05-02T20:00:00Z")));
          story.spreadAtEveryComment().forEach(System.out::println);
          story.post("P1").ifPresent(System.out::println);
          story.commentsOf("P1").forEach(System.out::println);
        });
  }
}
