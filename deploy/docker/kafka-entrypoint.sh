#!/bin/sh
# Formats the storage once, then becomes the broker.
set -eu
config=/mnt/shared/config/server.properties
java -Xmx128m -cp '/opt/kafka/libs/*' kafka.tools.StorageTool format --ignore-formatted \
  --cluster-id "${CLUSTER_ID:?a cluster id, 22 characters of base64url}" --config "$config"
# The options are words of their own.
# shellcheck disable=SC2086
exec java ${KAFKA_HEAP_OPTS:--Xmx400m} -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
  -Dlog4j2.configurationFile=/opt/kafka/log4j2.properties -cp '/opt/kafka/libs/*' kafka.Kafka "$config"
