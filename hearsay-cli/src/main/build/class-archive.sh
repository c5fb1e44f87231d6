#!/bin/sh
# class-archive.sh JAVA_HOME DISTRIBUTION MARKER
# Runs the distribution once and keeps the classes it loaded (AppCDS), then leaves the marker.
# A Java that cannot make such an archive is no reason to fail: start-up is slower, that is all.
java=$1/bin/java
home=$2
rm -f "$3" "$home/lib/hearsay.jsa"
pages=$home/examples
[ -d "$pages" ] || pages=-
echo 'Said the mayor: "Nothing is signed."' |
  "$java" -XX:ArchiveClassesAtExit="$home/lib/hearsay.jsa" -Xlog:disable -XX:+UseSerialGC \
    -Dhearsay.home="$home" -jar "$home/lib/hearsay-cli.jar" read "$pages" > /dev/null 2>&1
: > "$3"
