package org.hearsay.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints; the jar's manifest knows. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"hearsay " + number()};
  }

  static String number() {
    var version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
