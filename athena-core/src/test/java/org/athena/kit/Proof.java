package org.athena.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Prints which engine was proven by how much, and lets no test be left out in silence. */
final class Proof implements TestWatcher, AfterAllCallback {

  private final List<String> leftOut = new ArrayList<>();
  private int right;
  private int wrong;

  @Override
  public void testSuccessful(ExtensionContext context) {
    right++;
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    wrong++;
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    leftOut.add(context.getDisplayName());
  }

  @Override
  public void testDisabled(ExtensionContext context, Optional<String> reason) {
    leftOut.add(context.getDisplayName());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Object test = context.getRequiredTestInstance();
    Subject subject = ((Topic) test).subject();
    if (subject != null) {
      System.out.printf(
          "Conformance: %s (%s) %s: %d tests right, %d wrong, %d statements, %d random logs at once; it lacks %s%n",
          subject.profile().name(),
          subject.profile().family(),
          wrong == 0 ? "proven" : "NOT proven",
          right,
          wrong,
          subject.statements(),
          subject.seeds(),
          subject.profile().lacks());
    }
    if (!leftOut.isEmpty()) {
      throw new AssertionError("Cannot prove an engine by tests that are left out: " + leftOut);
    }
  }
}
