/**
 * Composio's API v3.1 as it arrives, the members this server reads. Everything is optional that a sane server could leave
 * out: upstream data is not trusted to be complete.
 */
export interface WireTool {
  readonly slug: string;
  readonly name?: string;
  readonly description?: string | null;
  readonly toolkit?: { readonly slug?: string; readonly name?: string };
  readonly input_parameters?: unknown;
  readonly output_parameters?: unknown;
  readonly no_auth?: boolean;
  readonly version?: string;
  readonly tags?: readonly string[] | null;
  readonly is_deprecated?: boolean;
}

export interface WireToolkit {
  readonly slug: string;
  readonly name?: string;
  readonly no_auth?: boolean;
  readonly auth_schemes?: readonly string[];
  readonly composio_managed_auth_schemes?: readonly string[];
  readonly meta?: {
    readonly description?: string;
    readonly logo?: string;
    readonly app_url?: string | null;
    readonly tools_count?: number;
    readonly version?: string;
    readonly categories?: readonly { readonly id?: string; readonly slug?: string; readonly name?: string }[];
  };
}

export interface WireServer {
  readonly id: string;
  readonly name?: string;
  readonly toolkits?: readonly string[];
  /** Empty: every tool of the toolkits. */
  readonly allowed_tools?: readonly string[];
  readonly created_at?: string;
  readonly updated_at?: string;
}

export interface WireConnection {
  readonly id: string;
  readonly toolkit?: { readonly slug?: string };
  readonly status?: string;
  readonly status_reason?: string | null;
  readonly alias?: string | null;
  readonly created_at?: string;
  readonly updated_at?: string;
}

export interface WireAuthConfig {
  readonly id: string;
  readonly toolkit?: { readonly slug?: string };
  readonly status?: string;
  readonly is_composio_managed?: boolean;
}

/** One page of a list: by cursor (most lists), or by page number (MCP servers, which have no cursor and no total). */
export interface WirePage<T> {
  readonly items: readonly T[];
  readonly next_cursor?: string | null;
  readonly total_pages?: number;
  readonly current_page?: number;
  readonly total_items?: number;
}
