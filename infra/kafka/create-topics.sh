#!/bin/sh
# Creates the topics of topics.txt that are missing and brings the settings of the others up to date.
set -eu

kafka=${AUTOMATRIX_KAFKA:?}
bin=/opt/kafka/bin

grep -v '^#' /automatrix/topics.txt | while read -r name partitions config; do
    [ -n "$name" ] || continue
    "$bin/kafka-topics.sh" --bootstrap-server "$kafka" --create --if-not-exists \
        --topic "$name" --partitions "$partitions" --replication-factor 1 </dev/null
    if [ -n "$config" ]; then
        "$bin/kafka-configs.sh" --bootstrap-server "$kafka" --alter \
            --entity-type topics --entity-name "$name" --add-config "$config" </dev/null
    fi
done
