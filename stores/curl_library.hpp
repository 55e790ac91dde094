#pragma once

#include <curl/curl.h>

namespace graphwright {

/// The functions of libcurl that we call; it is loaded by the first run that talks to a store.
struct CurlLibrary {
  decltype(&curl_global_init) global_init;
  decltype(&curl_easy_init) easy_init;
  decltype(&curl_easy_reset) easy_reset;
  decltype(&curl_easy_cleanup) easy_cleanup;
  decltype(&curl_easy_setopt) easy_setopt;
  decltype(&curl_easy_perform) easy_perform;
  decltype(&curl_easy_getinfo) easy_getinfo;
  decltype(&curl_easy_header) easy_header;
  decltype(&curl_easy_strerror) easy_strerror;
  decltype(&curl_slist_append) slist_append;
  decltype(&curl_slist_free_all) slist_free_all;
};

/// The library, loaded and started once a process.
///
/// @throws StoreError where it cannot be started, std::system_error where it is not installed
const CurlLibrary& curl_library();

}  // namespace graphwright
