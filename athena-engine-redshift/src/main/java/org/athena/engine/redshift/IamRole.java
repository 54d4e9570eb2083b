package org.athena.engine.redshift;

/**
 * The role by which a cluster reaches files and catalog.
 *
 * @param name {@code default}, or the arn of a role
 */
record IamRole(String name) {

  private static final String PATTERN = "default|arn:[\\w:/+=,.@-]+";

  IamRole {
    if (!isRole(name)) {
      throw new IllegalArgumentException(
          "Cannot use '%s' as a role: it is neither default nor the arn of a role."
              .formatted(name));
    }
  }

  static boolean isRole(String name) {
    return name.matches(PATTERN);
  }

  /** As statements name it. */
  String clause() {
    return "IAM_ROLE " + (name.equals("default") ? "default" : Sql.text(name));
  }
}
